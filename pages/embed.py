"""What does one chart show, standing in somebody else's page?"""

from timeline.ui import embed
from timeline.ui.view import current_view

embed.draw(current_view())
