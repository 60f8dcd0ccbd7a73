"""Who does what a verb tells and whom it is done to, as far as the tree and the clauses above tell."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import adjuncts_of, beside, conjuncts
from timeline.events.parse.word import Form, Role, Word, climb, verb_over
from timeline.events.words import words

SUBJECTS: tuple[Role, ...] = ("subject", "passive subject", "clause subject", "passive clause subject")
RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLIMBED = 6  # clauses that a subject is looked for in, one above the other


def told_of_in_relative(word: Word) -> Word | None:
    """What the relative clause is about in which a word stands ("the force" of "the force, whose mandate expires")."""
    return next((above.head for above in word.ancestors if above.role == "relative"), None)


def is_passive(word: Word) -> bool:
    """Tell whether what a verb tells is done to its subject."""
    if word.by_role("passive auxiliary", "passive subject", "passive clause subject"):
        # "is opposed to", "is committed to": states of the subject, not deeds of somebody else.
        return word.lemma not in lexicon().sets["states"] or bool(word.by_role("agent"))
    if _is_finite_by_mistake(word) or _goes_on_with_passive(word) or _is_with_it_done(word):
        return True
    if word.form != "past participle" or any(c.lemma == "have" for c in word.by_role("auxiliary")):
        return False
    if word.role == "noun clause":
        return not is_lost_main_verb(word)
    if opens_with_it(word):
        return True
    if _is_told_of_a_part(word):
        return True
    if word.role == "complement" and word.head.lemma in words("clauses", "perceive") and not word.by_role("object"):
        return True  # "saw soldiers killed"
    if word.by_role(*SUBJECTS, "object"):
        return False
    if word.role == "conjunct":
        return word.head.is_verbal and is_passive(word.head)
    return word.role in ("adverbial", "complement", "adjective")


def _is_finite_by_mistake(word: Word) -> bool:
    """Tell whether a participle was read as a past ("with the envoy expected to leave", "Found guilty, Haas left")."""
    return (
        word.role in ("noun clause", "adverbial")
        and word.form == "past"
        and not word.by_role(*SUBJECTS, "marker", "object")
    )


def _goes_on_with_passive(word: Word) -> bool:
    """Tell whether a participle behind a passive was read as a past ("was kidnapped in May and freed in June")."""
    above = word.head
    joined = word.role == "conjunct" and word.form == "past" and above.form == "past participle"
    bidden = word.lemma in words("clauses", "never_without_object") and bool(word.by_role("open clause"))
    judged = word.lemma in words("clauses", "judged") and bool(word.by_role("object predicate", "predicate adjective"))
    undergone = bidden or judged or word.lemma in words("clauses", "undergone")
    bare = joined and undergone and not word.by_role(*SUBJECTS, "object", "auxiliary")
    return bare and bool(above.by_role("passive auxiliary"))


def _is_told_of_a_part(word: Word) -> bool:
    """Tell whether a bare participle tells what some of those before have undergone ("most of them shot by police")."""
    subjects = word.by_role(*SUBJECTS)
    part = any(one.lemma in words("clauses", "parts") and one.by_role("preposition") for one in subjects)
    bare = part and word.role in ("complement", "adverbial", "noun clause") and not word.by_role("object", "auxiliary")
    return bare and (word.lemma in words("clauses", "undergone") or bool(_agents(word)))


def _is_with_it_done(word: Word) -> bool:
    """Tell whether a participle tells what has been done beside a clause ("with the plan agreed, Haas left")."""
    beside = word.role == "adverbial" and word.form in ("past", "past participle")
    opened = any(c.lower == "with" for c in word.by_role("marker")) and bool(word.by_role(*SUBJECTS))
    return beside and opened and not word.by_role("object", "auxiliary", "open clause")


def opens_with_it(word: Word) -> bool:
    """Tell whether a participle opens a sentence with what its subject was made ("Named premier in May, Haas won")."""
    opens = word.role == "adverbial" and word.first.before is None and word.index < word.head.index
    return opens and word.lemma in words("clauses", "giving") and not word.by_role(*SUBJECTS, "auxiliary", "marker")


def _agents(word: Word) -> list[Word]:
    return [c for c in word.children if c.role == "agent" or (c.role == "preposition" and c.lower == "by")]


def is_lost_main_verb(word: Word) -> bool:
    """Tell whether a participle on a bare root noun is the sentence's lost main verb.

    "Doctors from two groups donated and delivered goods" is read as a noun phrase by the small parser.
    """
    noun = word.head
    if word.role != "noun clause" or word.form != "past participle" or noun.role != "root" or word.by_role("agent"):
        return False
    if any(c.is_verbal and c.role not in ("noun clause", "relative") for c in noun.children):
        return False
    told = word.by_role("object", "open clause", "complement", "object predicate", "adverbial noun", "adverbial")
    return bool(told) or any(c.form == "past" for c in word.by_role("conjunct"))


_PASTS: tuple[Form, ...] = ("past", "past participle")
# Clauses whose subject, where it is not told, is that of the clause above or one that this names.
_BELOW: tuple[Role, ...] = (
    "open clause",
    "complement",
    "adverbial",
    "prepositional clause",
    "preposition",
    "unknown",
    "object predicate",
    "predicate adjective",
    "predicate",
    "parallel",
)


def subjects_of(word: Word, depth: int = 0) -> list[Word]:
    """The subjects of a verb, from the clauses above where it has none; ``depth``: how many have been asked."""
    own = own_subjects(word)
    if own:
        if own[0].lower in RELATIVE and word.role == "relative":
            told = _happened_at(word) or _told_of(word.head, own[0])
            return conjuncts(told.head) if _is_of_all(told, word) else [told]
        return [*conjuncts(own[0]), *_together_with(own[0])]
    if depth > _CLIMBED or word.head is word:
        return []
    listed = _of_first_listed(word)
    if listed:
        return listed
    if word.role == "noun clause":
        return _described(word, depth)
    behind = _behind_conjunction(word)
    if behind or (word.role == "conjunct" and word.head.is_verbal):
        return behind or subjects_of(word.head, depth + 1)
    return _subjects_above(word, depth) if word.role in _BELOW else []


def _of_first_listed(verb: Word) -> list[Word]:
    """The subjects of the first of listed verbs, which the parser hung under the second ("He sold it and fled")."""
    if verb.form not in _PASTS or verb.lemma in lexicon().reporting["verbs"]:
        return []
    listed = (c for c in verb.by_role("complement") if c.index < verb.index and c.form in _PASTS)
    return [subject for first in listed for subject in first.by_role(*SUBJECTS)]


def _together_with(noun: Word) -> list[Word]:
    """Who does it "together with" or "along with" the subject, right behind it or at the end of the clause."""
    behind = [p for p in noun.head.by_role("preposition") if p.lower == "along"] if noun.role == "subject" else []
    for preposition in (*noun.by_role("preposition"), *behind):
        along = preposition.lower == "along"
        with_ = next(iter(preposition.by_role("preposition")), preposition) if along else preposition
        joint = along or any(c.lower == "together" for c in preposition.children)
        if joint and with_.lower == "with":
            return [one for other in with_.by_role("prepositional object") for one in conjuncts(other)]
    return []


def _is_of_all(noun: Word, verb: Word) -> bool:
    """Tell whether a relative clause is of all nouns of a list, not of its last alone ("Chad and Mali, which have")."""
    if noun.role != "conjunct" or noun.form not in ("name", "singular") or noun.head.pos not in ("noun", "name"):
        return False
    finite = next(iter(verb.by_role("auxiliary", "passive auxiliary")), verb)
    return finite.lower in words("clauses", "plural_forms") or finite.form == "present"


def own_subjects(word: Word) -> list[Word]:
    """The subjects of a verb; beside another one a relative is none ("the envoy who Chad chose")."""
    own = word.by_role(*SUBJECTS) or _subjects_of_auxiliary(word)
    others = [noun for noun in own if noun.lower not in RELATIVE]
    return others if word.role == "relative" and others else own


def _subjects_of_auxiliary(word: Word) -> list[Word]:
    """The subjects that the parser hung on an auxiliary ("Chad and Mali have three times vetoed it")."""
    return [one for auxiliary in word.by_role("auxiliary", "passive auxiliary") for one in auxiliary.by_role(*SUBJECTS)]


def _told_of(noun: Word, pronoun: Word) -> Word:
    """Of what a relative clause tells: behind "which" no human being ("the head of a council which was set up").

    Behind "who" nothing that only says where somebody is of.
    """
    sets = lexicon().sets
    who = noun.head if noun.role == "apposition" and noun.pos == "name" else noun
    if pronoun.lower == "which" and (who.lemma in sets["people"] or who.lemma in sets["office"]):
        things = [one for one in beside(who, "of") if one.index < pronoun.index]
        whose = [who.head.head] if who.role == "prepositional object" and who.head.lower == "of" else []
        return next(iter([*things, *whose]), noun)
    return _of_where(noun) or noun if pronoun.lower == "who" else noun


def _happened_at(verb: Word) -> Word | None:
    """What happened at the place right before a clause that tells its outcome ("the blast in Lagos, which killed")."""
    if verb.lemma not in words("clauses", "of_events"):
        return None
    place, kills = verb.head, verb.lemma in words("clauses", "of_attacks")
    while place.role == "prepositional object" and (place.pos == "name" or (kills and not _may_fight(place))):
        preposition, event = place.head, place.head.head
        at = preposition.lower in words("clauses", "at") or (kills and preposition.lower in ("on", "against"))
        if kills and event.is_verbal and preposition.before is not None:
            event = preposition.before  # to which the parser did not attach it
        if not at or event.pos != "noun":
            return None
        if event.lemma in lexicon().nouns:
            return event
        place = event
    return None


def _may_fight(noun: Word) -> bool:
    return noun.lemma in lexicon().groups["armed"] or noun.lemma in lexicon().sets["people"]


def _happened_there(clause: Word, depth: int) -> list[Word]:
    """What is told of the place before a participle of outcome ("riots erupted in Lagos, killing ten")."""
    event = _happened_at(clause)
    if event is not None:
        return [event]
    verb = clause.head.head.head
    at = clause.head.role == "prepositional object" and clause.head.head.lower in words("clauses", "at")
    told = at and clause.head.pos == "name" and verb.is_verbal and clause.lemma in words("clauses", "of_events")
    return subjects_of(verb, depth + 1) if told else []


def _of_where(noun: Word) -> Word | None:
    """Who has an office or a name that says where he is of ("the premier of Chad, who", "Ines Haas of Chad, who")."""
    if noun.pos != "name" or noun.role != "prepositional object" or noun.head.lower not in words("clauses", "of_where"):
        return None
    person = noun.head.head
    return person if person.pos == "name" or person.lemma in lexicon().sets["office"] else None


def _behind_conjunction(verb: Word) -> list[Word]:
    """Who does what a clause with "after" or "before" tells, where the parser read a phrase and one more verb.

    "They left a week after Ines Haas, the premier, recalled her envoy."
    """
    if verb.role not in ("conjunct", "open clause") or verb.form != "past":
        return []
    before = (noun for marker, noun in adjuncts_of(verb.head) if marker in words("clauses", "conjunctions"))
    return [noun for noun in before if _ends_at(noun.last, verb)]


def _ends_at(last: Word, verb: Word) -> bool:
    """Tell whether nothing but a comma stands between a word and a verb behind it."""
    return last.index < verb.index and all(w.text == "," for w in verb.tree[last.index + 1 : verb.index])


def _described(clause: Word, depth: int) -> list[Word]:
    """The subject of a participle or infinitive that describes a noun: the noun, or who has it."""
    noun = clause.head
    speaks = clause.form == "present participle" and noun.lemma in lexicon().sets["speech"]
    what = _happened_there(clause, depth) if clause.form == "present participle" else []
    if what:
        return what
    participle = clause.form in ("present participle", "past participle") or _is_finite_by_mistake(clause)
    if participle and not speaks:
        return [noun]
    if _is_there(noun.head):
        return [noun]  # "there were no troops to take over"
    by = [one for one in beside(noun, "by") if noun.index < one.index < clause.index]
    return by or _owners(noun, depth + 1)  # "an attempt by two parties to remove her"


def _subjects_above(clause: Word, depth: int) -> list[Word]:
    head = climb(clause.head, ("preposition", "subordinator", "adjective", "particle"))
    if head.pos in ("noun", "name"):
        return conjuncts(head) if _is_treated_object(head, clause) else _owners(head, depth + 1)
    if not head.is_verbal:
        return []
    if _is_there(head):
        return head.by_role("predicate")  # "there are not enough troops to take over"
    return _controlled(clause, head) or subjects_of(_keeper(clause, head), depth + 1)


def _is_treated_object(noun: Word, clause: Word) -> bool:
    """Tell whether an object is treated so for a deed that the parser hung on it ("jailed Haas for theft")."""
    treated = noun.role == "object" and noun.head.lemma in words("clauses", "treating")
    return treated and clause.head.lower == "for"


def _controlled(clause: Word, head: Word) -> list[Word]:
    """Whom the verb above names as who does it: its object ("told Haas to go", "described him as backing it")."""
    appoints = head.lemma in words("clauses", "appointing")
    objects = head.by_role("object") or (head.by_role("object predicate") if appoints else [])
    if clause.role in ("open clause", "complement") and head.lemma in words("clauses", "object_control"):
        return conjuncts(objects[0]) if objects and not is_passive(head) else []
    if appoints and clause.role == "adverbial" and objects and clause.index > objects[0].index:
        return conjuncts(objects[0]) if not is_passive(head) else []  # "named Haas to run the ministry"
    given = head.by_role("dative") or objects
    if head.lemma == "give" and clause.form == "base" and given and given[0].pos == "name":
        return conjuncts(given[0])  # "gave Haas a month to leave"
    if clause.role != "prepositional clause":
        return []
    if clause.head.lower == "as" and objects:
        return conjuncts(objects[0])
    return _treated(head, clause.head.lower)


def _keeper(clause: Word, head: Word) -> Word:
    """The verb whose subject a clause shares: in "opened the port that was shut, keeping a promise" the first."""
    behind = clause.role == "adverbial" and clause.form == "present participle" and head.index < clause.index
    return verb_over(head.head) if behind and head.role == "relative" and is_passive(head) else head


def _is_there(verb: Word) -> bool:
    return verb.lemma == "be" and any(c.lower == "there" for c in verb.children)


def _treated(verb: Word, preposition: str) -> list[Word]:
    """To whom something is done for a deed of his ("jailed Haas for theft", "imposed a ban on Chad for selling it")."""
    if preposition == "from" and verb.lemma in words("clauses", "keeping"):
        return [] if is_passive(verb) else objects_of(verb)  # "barred Haas from leaving"
    if preposition != "for" or is_passive(verb):
        return []
    if verb.lemma in words("clauses", "treating"):
        return objects_of(verb)
    return [one for noun in objects_of(verb) for one in beside(noun, "on", "against")]


def _owners(noun: Word, depth: int) -> list[Word]:
    """Who has the plan, right or duty that a noun names: its possessor, or the subject of the verb it hangs on."""
    owner = noun.by_role("owner")
    if owner:
        return conjuncts(owner[0])
    head = climb(noun.head, ("preposition", "noun"))
    if not head.is_verbal or noun.role in SUBJECTS or _is_others_plan(noun, head):
        return []
    return subjects_of(head, depth + 1)


def _is_others_plan(noun: Word, verb: Word) -> bool:
    """Tell whether somebody else's plan is met ("put down attempts to march"); a request is for whom it is made to."""
    return noun.lemma in words("clauses", "plans") and verb.lemma in words("clauses", "opposing")


def objects_of(word: Word) -> list[Word]:
    """The objects of a verb; of a relative clause what it is about."""
    found = [n for c in word.by_role("object") for n in conjuncts(c)]
    if any(n.lower in RELATIVE for n in found):
        clause = _relative_over(word)
        if clause is not None:
            return [clause.head]  # "the ban that Chad imposed"
    return found or object_told_later(word)


def _relative_over(verb: Word) -> Word | None:
    """The relative clause that a verb is, or goes on with ("the border, which many cross and which Chad closed")."""
    while verb.role in ("conjunct", "open clause") and (verb.head.is_verbal or verb.head.lemma == "be"):
        verb = verb.head
    return verb if verb.role == "relative" else None


def object_told_later(verb: Word) -> list[Word]:
    """What two verbs share behind the second ("detained, and later freed, two soldiers")."""
    after = verb.after
    if after is None or after.text != ",":
        return []
    for other in verb.by_role("conjunct"):
        shared = [noun for noun in other.by_role("object") if noun.index > other.index]
        before = shared[0].first.before if shared else None
        if before is not None and before.text == ",":
            return conjuncts(shared[0])
    return []
