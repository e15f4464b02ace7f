package nl.kring.crm.registry.succession;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Somebody looks at what a succession would do; whoever keeps something that hangs on it says how much. */
public final class SuccessionPreviewed {

    private final List<Long> predecessorIds;
    private final LocalDate day;
    private final List<SuccessionPreview.Consequence> consequences = new ArrayList<>();

    /** For {@link Successions}. */
    public SuccessionPreviewed(List<Long> predecessorIds, LocalDate day) {
        this.predecessorIds = predecessorIds;
        this.day = day;
    }

    /** Numbers of the organisations that end. */
    public List<Long> predecessorIds() {
        return predecessorIds;
    }

    /** The first day of the new state. */
    public LocalDate day() {
        return day;
    }

    /** Says how much hangs on it; the text is {@code registry_plan-succession.consequence.<code>}. */
    public void tell(String code, long count) {
        consequences.add(new SuccessionPreview.Consequence(code, count));
    }

    /** What was told. */
    public List<SuccessionPreview.Consequence> consequences() {
        return List.copyOf(consequences);
    }
}
