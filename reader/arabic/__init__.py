"""Facts about the Arabic language: folding, direction, sentences, visual order, lexicon."""
