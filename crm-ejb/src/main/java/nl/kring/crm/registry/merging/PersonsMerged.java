package nl.kring.crm.registry.merging;

import java.util.List;

/** Persons became one; who owns rows of theirs moves them now, in the same transaction. */
public final class PersonsMerged {

    private final RowMover mover;
    private final List<Long> merges;

    PersonsMerged(RowMover mover, List<Long> merges) {
        this.mover = mover;
        this.merges = merges;
    }

    /** Moves the rows of who was merged to the survivor and writes down which; what clashes is written down before. */
    public void move(PersonRows... all) {
        for (PersonRows rows : all) {
            mover.move(rows, merges);
        }
    }

    /**
     * Lets rows follow what they hang on.
     *
     * @param update SQL that writes nothing else than whose they are, of the persons in {@code :persons}
     */
    public void follow(String update) {
        mover.follow(update, merges);
    }
}
