package nl.kring.crm.accreditation;

import java.io.Serializable;
import java.util.Set;
import nl.kring.crm.registry.Profession;

/** A quality register as it is chosen from. */
public record SchemeLine(String code, String name, SchemeUnit unit, Set<Profession> professions)
        implements Serializable {

    public boolean givesPoints() {
        return unit != SchemeUnit.NONE;
    }
}
