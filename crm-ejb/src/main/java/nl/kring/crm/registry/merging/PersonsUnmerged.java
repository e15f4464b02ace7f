package nl.kring.crm.registry.merging;

/** One person becomes two again; who owns rows of theirs tells which go back, in the same transaction. */
public final class PersonsUnmerged extends TakenAlong {

    /** What was moved goes back, and what was decided to be the other's goes too. */
    public void giveBack(PersonRows... all) {
        add(all);
    }
}
