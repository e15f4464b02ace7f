package nl.kring.crm.intake.matching;

/** A model made ready for weighing millions of comparisons. */
final class Scales {

    private final double[] ofOne;
    private final double[] weights;

    Scales(Model model) {
        ofOne = model.ofOne();
        weights = model.weights();
    }

    double weight(Comparison comparison, int field) {
        Level level = comparison.levels[field];
        if (level == null) {
            return 0;
        }
        double share = comparison.shares[field];
        return share > 0 ? ofOne[level.ordinal()] - Model.log2(share) : weights[level.ordinal()];
    }

    double bits(Comparison comparison) {
        double bits = 0;
        for (int field = 0; field < comparison.levels.length; field++) {
            bits += weight(comparison, field);
        }
        return bits;
    }
}
