package nl.kring.crm.intake.review;

import nl.kring.crm.platform.BusinessException;

/** Why something is not decided at the desk. */
public abstract class ReviewRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private ReviewRefused(String code) {
        super(code);
    }

    /** Somebody else is looking at it. */
    public static class Taken extends ReviewRefused {
        private static final long serialVersionUID = 1L;

        public Taken() {
            super("review-taken");
        }
    }

    /** It was decided before, or there is nothing to decide any more. */
    public static class Decided extends ReviewRefused {
        private static final long serialVersionUID = 1L;

        public Decided() {
            super("review-decided");
        }
    }

    /** Not all of the sample were the same, or not all were judged. */
    public static class SampleUnproven extends ReviewRefused {
        private static final long serialVersionUID = 1L;

        public SampleUnproven() {
            super("review-sample-unproven");
        }
    }
}
