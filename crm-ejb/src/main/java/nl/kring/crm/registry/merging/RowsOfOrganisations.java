package nl.kring.crm.registry.merging;

/**
 * Two organisations become one, or two again, or somebody asks what that would do; who owns rows of theirs tells which go
 * along.
 */
public final class RowsOfOrganisations extends TakenAlong {

    /** Tells of which rows it is. */
    public void tell(PersonRows... all) {
        add(all);
    }
}
