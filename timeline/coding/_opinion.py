"""What a dependency parse says of a trigger's roles: its subject and object chains, turned into tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.coding._syntax import Tree
from timeline.coding._triggers import Trigger

# Steps along conjuncts, control verbs and participles before the parse is taken to be silent.
_MAX_STEPS = 6
_RELATIVE = frozenset(("WDT", "WP", "WP$"))


def read_roles(tree: Tree, trigger: Trigger, at: tuple[int, int, int], light: Callable[[str], bool]) -> tuple[int, int]:
    """The tokens that head initiator and target of a trigger, -1 where the parse is silent.

    `at` are the tree's tokens of the trigger's first word, head and last word; `light` knows the verbs that only
    carry an event noun ("launch an attack").
    """
    first, head, last = at
    if tree.label[head] in {"aux", "auxpass"}:
        head = tree.head[head]
    span = range(min(first, head), max(last, head) + 1)
    if trigger.noun:
        return _noun_roles(tree, trigger, last, span, light)
    return _verb_roles(tree, trigger, head, span)


def _verb_roles(tree: Tree, trigger: Trigger, verb: int, span: range) -> tuple[int, int]:
    wanted = trigger.action.target
    subject = _subject(tree, verb)
    if wanted[:1] == ("self",):
        return _agent(tree, verb), subject
    if _is_passive(tree, verb):
        doer = _agent(tree, verb)
        behind = -1 if "obj" in wanted else _placed(tree, span, tuple(p for p in wanted if p != "by"))
        return doer, behind if behind >= 0 else subject
    return subject, _placed(tree, span, wanted)


def _is_passive(tree: Tree, verb: int, steps: int = 0) -> bool:
    """Whether a verb is passive: its own auxiliary, a bare participle on a noun, or a passive it is joined to."""
    if tree.child(verb, "auxpass", "nsubjpass") >= 0:
        return True
    if tree.tag[verb] != "VBN" or tree.child(verb, "aux", "nsubj") >= 0:
        return False
    if tree.label[verb] == "acl" or tree.child(verb, "agent") >= 0:
        return True
    head = tree.head[verb]
    joined = tree.label[verb] == "conj" and tree.tag[head] == "VBN" and steps < _MAX_STEPS
    return joined and _is_passive(tree, head, steps + 1)


def _subject(tree: Tree, verb: int, steps: int = 0) -> int:
    """The surface subject of a verb, through relative pronouns, conjuncts, control verbs and participles."""
    own = tree.child(verb, "nsubj", "nsubjpass")
    label, head = tree.label[verb], tree.head[verb]
    if own >= 0:
        return head if label == "relcl" and _is_relative(tree, own) else own
    if steps >= _MAX_STEPS:
        return -1
    if label == "acl":
        return head if tree.tag[verb] in {"VBG", "VBN"} else _owner(tree, head, steps)
    if label == "pcomp":
        return _governed(tree, head, steps)
    if label == "xcomp":
        controlled = tree.child(head, "dobj")
        return controlled if controlled >= 0 else _subject(tree, head, steps + 1)
    if label in {"conj", "advcl", "dep"} and tree.tag[head][0] == "V":
        return _subject(tree, head, steps + 1)
    return -1


def _is_relative(tree: Tree, noun: int) -> bool:
    """ "which", "who", or what the antecedent owns ("whose army")."""
    owner = tree.child(noun, "poss")
    return tree.tag[noun] in _RELATIVE or (owner >= 0 and tree.tag[owner] == "WP$")


def _owner(tree: Tree, noun: int, steps: int) -> int:
    """ "its decision to attack", "took steps to attack": who owns the noun, else the subject of its verb."""
    owner = tree.child(noun, "poss")
    if owner >= 0:
        return owner
    return _subject(tree, tree.head[noun], steps + 1) if tree.label[noun] == "dobj" else -1


def issuer(tree: Tree, noun: int) -> int:
    """ "released a statement criticising X": who released it, where a document is said to act; else -1."""
    return _subject(tree, tree.head[noun]) if tree.label[noun] == "dobj" else -1


def _governed(tree: Tree, preposition: int, steps: int) -> int:
    """ "accused X of bombing": X; "after bombing X, Y withdrew": Y."""
    governor = tree.head[preposition]
    if tree.tag[governor][0] != "V":
        return _owner(tree, governor, steps)
    if tree.low[preposition] in {"of", "for", "from"}:
        accused = tree.child(governor, "dobj", "nsubjpass")
        if accused >= 0:
            return accused
    return -1 if _is_passive(tree, governor) else _subject(tree, governor, steps + 1)


def _agent(tree: Tree, verb: int) -> int:
    by = next((i for i in tree.children[verb] if tree.low[i] == "by"), -1)
    return tree.child(by, "pobj") if by >= 0 else -1


def _placed(tree: Tree, span: range, wanted: tuple[str, ...]) -> int:
    """The first of the wanted places that is filled behind the trigger."""
    for place in wanted:
        found = _object(tree, span) if place == "obj" else _behind(tree, span, place)
        if found >= 0:
            return found
    return -1


def _object(tree: Tree, span: range) -> int:
    """The object of the trigger's words: direct, of the infinitive it governs, or what a relative clause hangs on."""
    for head in span:
        for i in tree.children[head]:
            if i in span or tree.label[i] not in {"dobj", "dative", "pobj"} or tree.tag[i] in {"IN", "TO"}:
                continue
            relative = tree.tag[i] in _RELATIVE and tree.label[head] == "relcl"
            return tree.head[head] if relative else i
    for head in span:
        told = tree.child(head, "ccomp", "xcomp")
        if told >= 0 and tree.tag[told] == "VB" and tree.child(told, "nsubj") >= 0:
            return tree.child(told, "nsubj")
        subject = tree.child(head, "nsubj")
        if tree.label[head] == "relcl" and subject >= 0 and not _is_relative(tree, subject):
            return tree.head[head]
    return -1


def _behind(tree: Tree, span: Sequence[int], place: str) -> int:
    """The object of a preposition that hangs on the trigger's words, on their object or on their particle."""
    hosts = [*span, *(i for head in span for i in tree.children[head] if tree.label[i] in {"dobj", "prt", "prep"})]
    for host in hosts:
        for i in (host, *tree.children[host]):
            if tree.low[i] == place and tree.label[i] in {"prep", "dative", "agent", "prt"}:
                inner = tree.child(i, "pobj", "pcomp")
                if inner >= 0 and inner not in span:
                    return inner
    return -1


def _noun_roles(tree: Tree, trigger: Trigger, noun: int, span: range, light: Callable[[str], bool]) -> tuple[int, int]:
    verb, before = tree.head[noun], _before(tree, noun, span)
    carried = tree.label[noun] in {"dobj", "nsubjpass"} and light(tree.low[verb])
    # "the shelling of X": where a noun's "of" may name either side, the parse leaves it to the rules.
    either = {"of"} & set(trigger.action.doer) & set(trigger.action.target)
    places = [place for place in trigger.action.doer or ("by",) if place not in either]
    doers = (before if place == "pre" else _behind(tree, span, place) for place in places)
    doer = next((found for found in doers if found >= 0), -1)
    if doer < 0:
        doer = _carried_out_by(tree, noun, carried)
    if doer < 0 and tree.label[noun] == "attr":
        doer = _subject(tree, verb)
    hosts = (*span, verb) if carried else tuple(span)
    targets = (before if place == "pre" else _behind(tree, hosts, place) for place in trigger.action.target)
    target = next((found for found in targets if found >= 0 and found != doer), -1)
    if target < 0:
        told = tree.child(noun, "acl", "ccomp")
        target = tree.child(told, "nsubj") if told >= 0 and tree.child(told, "mark") >= 0 else -1
    return doer, target


def _before(tree: Tree, noun: int, span: range) -> int:
    """The possessive, else the first adjective or noun, that stands before an event noun."""
    owner = tree.child(noun, "poss")
    if owner >= 0:
        return owner
    return next((i for i in tree.children[noun] if i not in span and tree.label[i] in {"amod", "nmod", "compound"}), -1)


def _carried_out_by(tree: Tree, noun: int, carried: bool) -> int:
    """The doer of the verb an event noun is the object of, or of a participle that hangs on it."""
    participle = tree.child(noun, "acl")
    if participle >= 0 and tree.tag[participle] == "VBN":
        return _agent(tree, participle)
    if not carried:
        return -1
    verb = tree.head[noun]
    return _subject(tree, verb) if tree.label[noun] == "dobj" else _agent(tree, verb)
