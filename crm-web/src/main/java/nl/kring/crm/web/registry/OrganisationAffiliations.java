package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.MembershipLine;
import nl.kring.crm.registry.affiliation.Memberships;
import org.omnifaces.cdi.Param;

/** Part of the card of an organisation: who works there on the reference date, its members, and what it belongs to. */
@Named
@ViewScoped
public class OrganisationAffiliations implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @Inject
    private Affiliations affiliations;

    @Inject
    private Memberships memberships;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String asOf;

    @Inject
    @Param(name = "role")
    private String roleName;

    @Inject
    @Param
    private String after;

    @Inject
    @Param
    private String membersAfter;

    private LocalDate day;
    private ResultPage<AffiliationLine> people;
    private ResultPage<MembershipLine> members;
    private List<MembershipLine> held;

    public UUID getOrganisation() {
        return ViewPerson.uuid(id);
    }

    public LocalDate getDay() {
        if (day == null) {
            day = ReferenceDate.of(asOf, clock);
        }
        return day;
    }

    public String getRole() {
        return roleName == null ? "" : roleName;
    }

    public AffiliationRole[] getRoles() {
        return AffiliationRole.values();
    }

    public ResultPage<AffiliationLine> getPeople() {
        if (people == null) {
            AffiliationRole role = Arrays.stream(AffiliationRole.values())
                    .filter(each -> each.name().equals(roleName))
                    .findFirst()
                    .orElse(null);
            people = affiliations.at(getOrganisation(), getDay(), role, cursor(after), ROWS);
        }
        return people;
    }

    public ResultPage<MembershipLine> getMembers() {
        if (members == null) {
            members = memberships.ofOrganisation(getOrganisation(), getDay(), cursor(membersAfter), ROWS);
        }
        return members;
    }

    public List<MembershipLine> getHeld() {
        if (held == null) {
            held = memberships.heldBy(getOrganisation(), getDay());
        }
        return held;
    }

    private static UUID cursor(String text) {
        return text == null || text.isBlank() ? null : ViewPerson.uuid(text);
    }
}
