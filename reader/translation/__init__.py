"""The Translator protocol, the engines behind it, their packages, and pairing."""
