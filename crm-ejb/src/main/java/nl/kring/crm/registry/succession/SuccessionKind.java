package nl.kring.crm.registry.succession;

/** How organisations come instead of others. */
public enum SuccessionKind {
    /** One ends, another that was there goes on with what it had. */
    TAKEOVER,
    /** Several end, one goes on with what they had. */
    MERGER,
    /** What one had is shared among several, by choice. */
    SPLIT
}
