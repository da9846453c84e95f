"""Escalation Timeline: news articles in, dated and evidenced conflict events out."""

__version__ = "0.1.0"
