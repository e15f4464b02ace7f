package nl.kring.crm.intake;

/** What a run does with a row, or with persons. */
public enum EffectKind {
    CREATED,
    LINKED,
    /** A new person who may be somebody who is known. */
    QUEUED,
    CHANGED,
    /** In the delivery again after one without it. */
    RETURNED,
    /** Not in this delivery any more. */
    VANISHED,
    /** Two persons turned out to be one. */
    MERGED
}
