package nl.kring.crm.registry.lists;

import java.io.Serializable;
import java.util.List;

/** What is otherwise now: who came, who went, and of who stayed what changed. */
public record ListDifference(List<FrozenLine> added, List<FrozenLine> gone, List<Changed> changed)
        implements Serializable {

    /** Somebody who stands on both with another value in some columns. */
    public record Changed(FrozenLine now, List<Cell> cells) implements Serializable {}

    /** One value, before and now. */
    public record Cell(String header, String before, String now) implements Serializable {}

    public boolean isNothing() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }
}
