package nl.kring.crm.registry.merging;

import nl.kring.crm.platform.BusinessException;

/** Why two are not made one, or one not made two again. */
public abstract class MergeRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private MergeRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    /** They are one already. */
    public static class SamePerson extends MergeRefused {
        private static final long serialVersionUID = 1L;

        public SamePerson() {
            super("merge-same");
        }
    }

    /** The two organisations are one already. */
    public static class SameOrganisation extends MergeRefused {
        private static final long serialVersionUID = 1L;

        public SameOrganisation() {
            super("merge-same-organisation");
        }
    }

    /** A practice is no location, and a participant is nobody else. */
    public static class NotOfOneKind extends MergeRefused {
        private static final long serialVersionUID = 1L;

        public NotOfOneKind() {
            super("merge-not-of-one-kind");
        }
    }

    /** Meanwhile somebody else merged one of them, or took the merge back. */
    public static class Overtaken extends MergeRefused {
        private static final long serialVersionUID = 1L;

        public Overtaken() {
            super("merge-overtaken");
        }
    }

    /** Somebody said that they are not the same. */
    public static class NotTheSame extends MergeRefused {
        private static final long serialVersionUID = 1L;

        public NotTheSame() {
            super("merge-not-same");
        }
    }

    /** It was taken back before. */
    public static class Undone extends MergeRefused {
        private static final long serialVersionUID = 1L;

        public Undone() {
            super("merge-undone");
        }
    }
}
