package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.FeeStep;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.PriceFor;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.enrolment.price.Tier;
import nl.kring.crm.enrolment.price.Vat;

/** Prices, their parts and what cancelling costs, in sentences. */
@Named
@RequestScoped
public class PriceWording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    @Inject
    private Wording wording;

    /** Of what the price is made up; nothing where it is simply the price of the edition. */
    public List<String> parts(PriceQuote quote) {
        List<String> parts = new ArrayList<>();
        if (quote.rule() != null) {
            parts.add(wording.text(
                    "enrolment.price.part",
                    whom(quote.rule().whom()),
                    wording.money(quote.rule().priceCents())));
        }
        if (quote.memberSeat()) {
            parts.add(wording.text("enrolment.price.member-seat", quote.memberSeatsLeft()));
        } else if (quote.voucher() != null) {
            parts.add(wording.text("enrolment.price.voucher", quote.voucher(), wording.money(quote.voucherCents())));
        }
        return parts;
    }

    public String vat(PriceQuote quote) {
        if (quote.priceCents() == 0) {
            return "";
        }
        return quote.vat().exempt()
                ? wording.text("enrolment.price.vat-exempt")
                : wording.text(
                        "enrolment.price.vat",
                        Vat.PERCENT,
                        wording.money(quote.vat().in(quote.priceCents())));
    }

    /** The VAT that is in a line, or that there is none. */
    public String vatOf(InvoiceLine line) {
        return line.vatExempt()
                ? wording.text("enrolment.price.vat-exempt")
                : wording.text("enrolment.vat", Vat.PERCENT, wording.amount(line.vatCents()));
    }

    /** For whom a price is. */
    public String whom(PriceFor whom) {
        List<String> said = new ArrayList<>();
        if (!whom.audience().isEmpty()) {
            said.add(whom.audience().stream().sorted().map(wording::profession).collect(Collectors.joining(", ")));
        }
        if (whom.belonging() != null) {
            said.add(wording.text("enrolment.price.belonging." + whom.belonging()));
        }
        if (whom.until() != null) {
            said.add(wording.text("enrolment.price.until", day(whom.until())));
        }
        return String.join(" · ", said);
    }

    /** What cancelling costs, a sentence a step. */
    public List<String> steps(List<FeeStep> steps) {
        return steps.stream()
                .map(step -> step.until() != null
                        ? wording.text(
                                "enrolment.fee.until", wording.moment(step.until()), wording.money(step.feeCents()))
                        : steps.size() == 1
                                ? wording.text("enrolment.fee.always", wording.money(step.feeCents()))
                                : wording.text("enrolment.fee.after", wording.money(step.feeCents())))
                .toList();
    }

    /** What else belongs to it: staying away, sending somebody else. */
    public List<String> besides(PriceQuote quote) {
        List<String> said = new ArrayList<>();
        if (quote.noShowCents() > 0) {
            said.add(wording.text("enrolment.fee.no-show", wording.money(quote.noShowCents())));
        }
        if (quote.terms().substituteFree() && quote.priceCents() > 0) {
            said.add(wording.text("enrolment.fee.substitute"));
        }
        return said;
    }

    /** What a policy says, for those who make it. */
    public List<String> terms(CancellationTerms terms) {
        List<String> said = new ArrayList<>();
        if (terms.coolingOffDays() > 0) {
            said.add(wording.text("enrolment.policy.cooling-off", terms.coolingOffDays()));
        }
        for (Tier tier : terms.tiers()) {
            said.add(wording.text("enrolment.policy.tier", tier.fromDays(), cost(tier)));
        }
        if (terms.freeMeetingCents() > 0) {
            said.add(wording.text(
                    "enrolment.policy.free-meeting", terms.freeMeetingDays(), wording.money(terms.freeMeetingCents())));
        }
        if (terms.noShowCents() > 0) {
            said.add(wording.text("enrolment.policy.no-show", wording.money(terms.noShowCents())));
        }
        if (terms.webinarsFree()) {
            said.add(wording.text("enrolment.policy.webinars"));
        }
        if (terms.substituteFree()) {
            said.add(wording.text("enrolment.fee.substitute"));
        }
        return said;
    }

    private String cost(Tier tier) {
        if (tier.percent() == 0 && tier.fixedCents() == 0 && tier.minimumCents() == 0) {
            return wording.text("enrolment.free");
        }
        List<String> parts = new ArrayList<>();
        if (tier.percent() > 0) {
            parts.add(wording.text("enrolment.policy.percent", tier.percent()));
        }
        if (tier.fixedCents() > 0) {
            parts.add(wording.money(tier.fixedCents()));
        }
        String cost = String.join(" + ", parts);
        return tier.minimumCents() == 0
                ? cost
                : wording.text("enrolment.policy.minimum", cost, wording.money(tier.minimumCents()));
    }

    /** A day; nothing for none. */
    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
