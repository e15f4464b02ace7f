package nl.kring.crm.registry.organisation;

import java.util.Map;

/** The one of several that fits best, if there is one. */
final class Best {

    private Best() {}

    static int of(Map<Integer, Integer> fits) {
        int best = PracticeClusters.NONE;
        int most = 0;
        for (Map.Entry<Integer, Integer> each : fits.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            } else if (each.getValue() == most) {
                best = PracticeClusters.NONE;
            }
        }
        return best;
    }
}
