"""Who is who in an article: people with their office and country, from names, titles and the tables."""
