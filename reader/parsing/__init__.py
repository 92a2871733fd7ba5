"""From the text of a copied or saved news page to an Article."""
