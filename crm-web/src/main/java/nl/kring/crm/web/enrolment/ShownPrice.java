package nl.kring.crm.web.enrolment;

import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.platform.InvalidInputException;

/** What was shown before somebody is enrolled; refusals that say nothing of the price stay refusals. */
public final class ShownPrice {

    private ShownPrice() {}

    /** Enrols; where the price is not what was shown any more nobody is, and it is shown anew. */
    public static void orAnew(Runnable enrolling, Runnable anew) {
        try {
            enrolling.run();
        } catch (InvalidInputException refused) {
            if (!refused.code().equals("price-changed")) {
                throw refused;
            }
            anew.run();
        }
    }

    /** What is shown with a voucher; with one that is of no use it is that without, and why goes beside its field. */
    static <T> T with(String voucher, Function<String, T> shown, Consumer<String> problem) {
        problem.accept(null);
        try {
            return shown.apply(voucher);
        } catch (InvalidInputException refused) {
            if (!refused.code().startsWith("voucher-")) {
                throw refused;
            }
            problem.accept(refused.code());
            return shown.apply(null);
        }
    }
}
