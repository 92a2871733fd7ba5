"""All of Qt, and nothing but."""
