package nl.kring.crm.intake;

import nl.kring.crm.platform.BusinessException;

/** Why no model is learned, or one not taken into use. */
public abstract class ModelRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private ModelRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    /** So few rows say too little of how people are written. */
    public static class TooFewRows extends ModelRefused {
        private static final long serialVersionUID = 1L;

        public TooFewRows(int rows, int fewest) {
            super("model-too-few-rows", rows, fewest);
        }
    }

    /** One is being learned already. */
    public static class Busy extends ModelRefused {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("model-busy");
        }
    }

    /** It was not learned to the end. */
    public static class NotReady extends ModelRefused {
        private static final long serialVersionUID = 1L;

        public NotReady() {
            super("model-not-ready");
        }
    }

    /** A register is coming in, by the model that is in use. */
    public static class ImportRunning extends ModelRefused {
        private static final long serialVersionUID = 1L;

        public ImportRunning() {
            super("model-import-running");
        }
    }
}
