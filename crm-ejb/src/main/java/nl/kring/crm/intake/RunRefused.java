package nl.kring.crm.intake;

import nl.kring.crm.platform.BusinessException;

/** What cannot be done with a run. */
public abstract class RunRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private RunRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    /** It was no rehearsal, or its file was brought in, thrown away or too old. */
    public static class NoFile extends RunRefused {
        private static final long serialVersionUID = 1L;

        public NoFile() {
            super("import-no-file");
        }
    }

    /** A later delivery of the same register builds on it. */
    public static class Overtaken extends RunRefused {
        private static final long serialVersionUID = 1L;

        public Overtaken() {
            super("import-overtaken");
        }
    }

    /** It wrote nothing, or was taken back before. */
    public static class NothingToRevert extends RunRefused {
        private static final long serialVersionUID = 1L;

        public NothingToRevert() {
            super("import-nothing-to-revert");
        }
    }

    /** No row is waiting for that. */
    public static class NothingToConfirm extends RunRefused {
        private static final long serialVersionUID = 1L;

        public NothingToConfirm() {
            super("import-nothing-to-confirm");
        }
    }
}
