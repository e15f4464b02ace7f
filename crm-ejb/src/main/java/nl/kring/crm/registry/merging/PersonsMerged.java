package nl.kring.crm.registry.merging;

/** Persons become one; who owns rows of theirs tells which go along, in the same transaction. */
public final class PersonsMerged extends TakenAlong {

    /** The rows of who was merged go to the survivor, and it is written down which; what clashes is written down before. */
    public void move(PersonRows... all) {
        add(all);
    }
}
