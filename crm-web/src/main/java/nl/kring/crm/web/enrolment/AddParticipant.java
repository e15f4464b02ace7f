package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.enrolment.desk.ParticipantSheet;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Somebody is looked up to be put on the sheet, also at the door: what each would pay, and the numbers that are missing. */
@Named
@ViewScoped
public class AddParticipant implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Somebody who may be meant. */
    public static class Candidate implements Serializable {

        private static final long serialVersionUID = 1L;

        private final PersonLine person;
        private final PriceQuote price;
        private final List<EnrolForm.Needed> numbers;

        Candidate(PersonLine person, Rehearsal.Outlook outlook) {
            this.person = person;
            this.price = outlook.price();
            this.numbers = outlook.numbers().stream().map(EnrolForm.Needed::new).toList();
        }

        public PersonLine getPerson() {
            return person;
        }

        public PriceQuote getPrice() {
            return price;
        }

        /** Registers that count the points and in which no number is known. */
        public List<EnrolForm.Needed> getNumbers() {
            return numbers;
        }
    }

    @Inject
    private Persons persons;

    @Inject
    private Rehearsals rehearsals;

    @Inject
    private Enrolments enrolments;

    @Inject
    private ParticipantSheets sheets;

    private final String key = UUID.randomUUID().toString();
    private String q;
    private String voucher;
    private String voucherProblem;
    private ParticipantSheet sheet;
    private List<Candidate> candidates = List.of();

    public void open(ParticipantSheet opened) {
        sheet = opened;
        if (!sheet.archived()) {
            look();
        }
    }

    private void look() {
        List<PersonLine> found = Candidates.named(persons, q);
        candidates = ShownPrice.with(voucher, code -> told(found, code), problem -> voucherProblem = problem);
    }

    private List<Candidate> told(List<PersonLine> found, String code) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, Rehearsal.Outlook> outlooks =
                rehearsals
                        .ofEach(
                                sheet.list().editionUuid(),
                                found.stream().map(PersonLine::uuid).toList(),
                                code)
                        .stream()
                        .collect(Collectors.toMap(Rehearsal.Outlook::person, Function.identity()));
        return found.stream()
                .map(each -> new Candidate(each, outlooks.get(each.uuid())))
                .filter(each -> each.price != null)
                .toList();
    }

    /** Before it starts as everybody is; after that as a walk-in. For no more than was shown. */
    public void enrol(Candidate chosen) {
        ShownPrice.orAnew(() -> enrolAsShown(chosen), () -> {
            look();
            Messages.addGlobalWarn("{0}", Texts.of(Faces.getLocale(), "refusal.price-changed"));
        });
    }

    private void enrolAsShown(Candidate chosen) {
        UUID edition = sheet.list().editionUuid();
        UUID person = chosen.person.uuid();
        PriceWish price = new PriceWish(chosen.price.voucher(), chosen.price.priceCents());
        Map<String, String> numbers = EnrolForm.numbers(chosen.numbers);
        if (sheet.started()) {
            sheets.walkIn(edition, person, key + person, price, numbers);
        } else {
            enrolments.enrol(
                    edition, new EnrolmentWish(person, key + person, null, Map.of(), numbers, null, null).with(price));
        }
        Faces.redirect("/enrolment/list-participants.xhtml?id=%s&done=enrolled", edition.toString());
    }

    public boolean isEnrolled(UUID person) {
        return ParticipantRows.all(sheet).anyMatch(each -> each.personUuid().equals(person));
    }

    /** Whether a number of any of them is missing. */
    public boolean isNumbersNeeded() {
        return candidates.stream().anyMatch(each -> !each.numbers.isEmpty());
    }

    public List<Candidate> getCandidates() {
        return candidates;
    }

    /** Why the voucher is of no use here; null when it is, or when there is none. */
    public String getVoucherProblem() {
        return voucherProblem;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    /** A code that makes it cheaper for who is enrolled here. */
    public String getVoucher() {
        return voucher;
    }

    public void setVoucher(String voucher) {
        this.voucher = voucher;
    }
}
