"""Who is who: the people, states and bodies of a sentence and of its article."""
