package nl.kring.crm.registry.merging;

import java.util.List;

/** One person is two again; who owns rows of theirs gives them back now, in the same transaction. */
public final class PersonsUnmerged {

    private final RowMover mover;
    private final Undoing undoing;

    PersonsUnmerged(RowMover mover, Undoing undoing) {
        this.mover = mover;
        this.undoing = undoing;
    }

    /** Gives back what was moved, and what was decided to be the other's. */
    public void giveBack(PersonRows... all) {
        for (PersonRows rows : all) {
            mover.giveBack(rows, undoing);
        }
    }

    /** As {@link PersonsMerged#follow}. */
    public void follow(String update) {
        mover.follow(update, List.of(undoing.merge()));
    }
}
