package nl.kring.crm.enrolment.price;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Profession;

/** Makes a price of what it follows from. */
final class Quoting {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{4,30}");

    private final Instant now;

    Quoting(Instant now) {
        this.now = now;
    }

    /**
     * @param full whether there is no seat left: who waits gets no free one
     * @throws InvalidInputException the last day of the voucher that was asked for has passed
     */
    PriceQuote quote(PriceFacts facts, Profession profession, boolean full) {
        LocalDate today = LocalDate.ofInstant(now, SystemClock.AMSTERDAM);
        Optional<PriceLine> rule = PriceChoice.best(facts.lines(), profession, facts.member(), today);
        int base = rule.map(PriceLine::priceCents).orElse(facts.editionCents());
        int off = facts.voucher() == null ? 0 : usable(facts.voucher(), today).off(base);
        boolean memberSeat =
                facts.member() && !full && base > off && facts.memberSeatsLeft() != null && facts.memberSeatsLeft() > 0;
        int price = memberSeat ? 0 : base - off;
        Held held = new Held(price, now, facts.startsAt(), facts.webinar());
        int noShow = facts.terms().owedByNoShow(held);
        return new PriceQuote(
                base,
                rule.orElse(null),
                memberSeat,
                facts.memberSeatsLeft(),
                facts.voucher() == null ? null : facts.voucher().code(),
                off,
                price,
                facts.vat(),
                facts.terms(),
                facts.terms().steps(held, now),
                noShow > price ? noShow : 0);
    }

    private static PriceFacts.Code usable(PriceFacts.Code voucher, LocalDate today) {
        if (voucher.until() != null && today.isAfter(voucher.until())) {
            throw new InvalidInputException("voucher-expired");
        }
        return voucher;
    }

    /** A code as it is kept: capitals, without spaces; null when nothing was typed, empty when it can be none. */
    static String code(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String code = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? code : "";
    }
}
