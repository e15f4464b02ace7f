package nl.kring.crm.accreditation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import nl.kring.crm.registry.Profession;

/** A quality register: fifteen came with the product, an administrator adds others. It is a fact of the outside world. */
@Entity
public class Scheme {

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private SchemeUnit unit;

    private int position;

    @ElementCollection
    @CollectionTable(name = "scheme_profession", joinColumns = @JoinColumn(name = "scheme_code"))
    @Column(name = "profession")
    @Enumerated(EnumType.STRING)
    private Set<Profession> professions = new HashSet<>();

    protected Scheme() {}

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public SchemeUnit getUnit() {
        return unit;
    }

    /** Who is registered in it. */
    public Set<Profession> getProfessions() {
        return professions.isEmpty() ? EnumSet.noneOf(Profession.class) : EnumSet.copyOf(professions);
    }

    boolean givesPoints() {
        return unit != SchemeUnit.NONE;
    }
}
