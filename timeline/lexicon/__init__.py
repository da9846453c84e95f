"""Every knowledge table, read once and validated."""
