package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.Policies;
import nl.kring.crm.enrolment.price.PolicyLine;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.Tier;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.agenda.Cents;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Makes a cancellation policy, perhaps like one of the region, or says one otherwise for who enrols from now on. */
@Named
@ViewScoped
public class EditPolicy implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 6;

    /** A tier as typed; what is left empty is none. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private Integer days;
        private Integer percent;
        private BigDecimal minimum;
        private BigDecimal fixed;

        static Row of(Tier tier) {
            Row row = new Row();
            row.days = tier.fromDays();
            row.percent = tier.percent();
            row.minimum = tier.minimumCents() == 0 ? null : Cents.euros(tier.minimumCents());
            row.fixed = tier.fixedCents() == 0 ? null : Cents.euros(tier.fixedCents());
            return row;
        }

        Tier tier() {
            return new Tier(days, percent == null ? 0 : percent, cents(minimum), cents(fixed));
        }

        public Integer getDays() {
            return days;
        }

        public void setDays(Integer days) {
            this.days = days;
        }

        public Integer getPercent() {
            return percent;
        }

        public void setPercent(Integer percent) {
            this.percent = percent;
        }

        public BigDecimal getMinimum() {
            return minimum;
        }

        public void setMinimum(BigDecimal minimum) {
            this.minimum = minimum;
        }

        public BigDecimal getFixed() {
            return fixed;
        }

        public void setFixed(BigDecimal fixed) {
            this.fixed = fixed;
        }
    }

    @Inject
    private Policies policies;

    @Inject
    private Me me;

    private String id;
    private String like;
    private PolicyLine known;
    private String name;
    private List<Row> rows = new ArrayList<>();
    private Integer coolingOffDays;
    private BigDecimal noShow;
    private Integer freeMeetingDays;
    private BigDecimal freeMeeting;
    private boolean webinarsFree;
    private boolean substituteFree = true;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        CancellationTerms terms = CancellationTerms.FOURTEEN_DAYS;
        if (id != null && !id.isBlank()) {
            known = policies.get(Wording.uuid(id));
            name = known.name();
            terms = known.terms();
        } else if (like != null && !like.isBlank()) {
            RegionPolicy example = Arrays.stream(RegionPolicy.values())
                    .filter(each -> each.name().equals(like))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            name = Texts.of(me.getLocale(), "enrolment.region-policy." + example);
            terms = example.terms();
        }
        fill(terms);
    }

    private void fill(CancellationTerms terms) {
        rows = new ArrayList<>(terms.tiers().stream().map(Row::of).toList());
        while (rows.size() < ROWS) {
            rows.add(new Row());
        }
        coolingOffDays = terms.coolingOffDays();
        noShow = Cents.euros(terms.noShowCents());
        freeMeetingDays = terms.freeMeetingDays();
        freeMeeting = Cents.euros(terms.freeMeetingCents());
        webinarsFree = terms.webinarsFree();
        substituteFree = terms.substituteFree();
    }

    public void save() {
        CancellationTerms terms = new CancellationTerms(
                coolingOffDays == null ? 0 : coolingOffDays,
                rows.stream().filter(row -> row.days != null).map(Row::tier).toList(),
                cents(noShow),
                freeMeetingDays == null ? 0 : freeMeetingDays,
                cents(freeMeeting),
                webinarsFree,
                substituteFree);
        if (known == null) {
            policies.add(name, terms);
        } else {
            policies.change(known.uuid(), known.version(), name, terms);
        }
        Messages.addFlashGlobalInfo("{0}", Texts.of(me.getLocale(), "enrolment_edit-policy.saved"));
        Faces.redirect("/enrolment/list-policies.xhtml");
    }

    private static int cents(BigDecimal euros) {
        return euros == null ? 0 : Cents.of(euros);
    }

    public boolean isKnown() {
        return known != null;
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getLike() {
        return like;
    }

    public void setLike(String like) {
        this.like = like;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getCoolingOffDays() {
        return coolingOffDays;
    }

    public void setCoolingOffDays(Integer coolingOffDays) {
        this.coolingOffDays = coolingOffDays;
    }

    public BigDecimal getNoShow() {
        return noShow;
    }

    public void setNoShow(BigDecimal noShow) {
        this.noShow = noShow;
    }

    public Integer getFreeMeetingDays() {
        return freeMeetingDays;
    }

    public void setFreeMeetingDays(Integer freeMeetingDays) {
        this.freeMeetingDays = freeMeetingDays;
    }

    public BigDecimal getFreeMeeting() {
        return freeMeeting;
    }

    public void setFreeMeeting(BigDecimal freeMeeting) {
        this.freeMeeting = freeMeeting;
    }

    public boolean isWebinarsFree() {
        return webinarsFree;
    }

    public void setWebinarsFree(boolean webinarsFree) {
        this.webinarsFree = webinarsFree;
    }

    public boolean isSubstituteFree() {
        return substituteFree;
    }

    public void setSubstituteFree(boolean substituteFree) {
        this.substituteFree = substituteFree;
    }
}
