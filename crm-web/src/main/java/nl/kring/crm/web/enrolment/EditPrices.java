package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.enrolment.price.Belonging;
import nl.kring.crm.enrolment.price.EditionPrices;
import nl.kring.crm.enrolment.price.Policies;
import nl.kring.crm.enrolment.price.PolicyLine;
import nl.kring.crm.enrolment.price.PriceFor;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.agenda.Cents;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What an edition costs whom, and what cancelling costs. */
@Named
@ViewScoped
public class EditPrices implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Prices prices;

    @Inject
    private Policies policies;

    private String id;
    private EditionPrices edition;
    private List<PolicyLine> choices = List.of();
    private Set<Profession> audience = EnumSet.noneOf(Profession.class);
    private Belonging belonging;
    private LocalDate until;
    private BigDecimal price;
    private Integer memberSeats;
    private String policy;

    public void load() {
        edition = prices.of(Wording.uuid(id));
        choices = policies.list();
        memberSeats = edition.memberSeats();
        policy = edition.policy() == null ? null : edition.policy().toString();
    }

    public void add() {
        if (price == null) {
            throw new InvalidInputException("price-amount", 100_000);
        }
        prices.add(edition.editionUuid(), new PriceFor(audience, belonging, until), Cents.of(price));
        again(edition.editionUuid(), "added");
    }

    public void end(UUID rule) {
        prices.end(edition.editionUuid(), rule);
        again(edition.editionUuid(), "ended");
    }

    public void offerMembers() {
        prices.offerMembers(edition.editionUuid(), memberSeats == null ? 0 : memberSeats);
        again(edition.editionUuid(), "saved");
    }

    public void choosePolicy() {
        prices.choosePolicy(edition.editionUuid(), policy == null || policy.isBlank() ? null : Wording.uuid(policy));
        again(edition.editionUuid(), "saved");
    }

    /** The page once more, with a message of what was done. */
    static void again(UUID edition, String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_edit-prices." + what));
        Faces.redirect("/enrolment/edit-prices.xhtml?id=%s", edition.toString());
    }

    public EditionPrices getEdition() {
        return edition;
    }

    /** The policies of the own organisation; the one that others chose stands there too. */
    public List<PolicyLine> getChoices() {
        return choices;
    }

    /** Whether the policy that was chosen is one of another organiser. */
    public boolean isChosenByOthers() {
        return edition.policy() != null
                && choices.stream().noneMatch(line -> line.uuid().equals(edition.policy()));
    }

    /** Those for whom the course is meant; all where it is for everybody. */
    public List<Profession> getProfessions() {
        return edition.audience().isEmpty()
                ? List.of(Profession.values())
                : new ArrayList<>(EnumSet.copyOf(edition.audience()));
    }

    public Belonging[] getBelongings() {
        return Belonging.values();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Set<Profession> getAudience() {
        return audience;
    }

    public void setAudience(Set<Profession> audience) {
        this.audience = audience;
    }

    public Belonging getBelonging() {
        return belonging;
    }

    public void setBelonging(Belonging belonging) {
        this.belonging = belonging;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public Integer getMemberSeats() {
        return memberSeats;
    }

    public void setMemberSeats(Integer memberSeats) {
        this.memberSeats = memberSeats;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }
}
