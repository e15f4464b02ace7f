package nl.kring.crm.web.enrolment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentOffer;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.OwnDetails;
import nl.kring.crm.enrolment.OwnEnrolment;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.price.PriceWish;

/** What somebody fills in who enrols himself or herself, or changes that later. */
public class EnrolForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A question with what is answered. */
    public static class Asked implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Question question;
        private String value;
        private boolean tick;

        Asked(Question question, String answer) {
            this.question = question;
            this.value = answer;
            this.tick = Boolean.parseBoolean(answer);
        }

        public String getText() {
            return question.text();
        }

        public boolean isRequired() {
            return question.required();
        }

        /** Whether it is a box to tick rather than a line to fill in. */
        public boolean isTicked() {
            return question.kind() == QuestionKind.CONSENT || question.kind() == QuestionKind.YES_NO;
        }

        public boolean isDiet() {
            return question.kind() == QuestionKind.DIET;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }

        public boolean isTick() {
            return tick;
        }

        public void setTick(boolean tick) {
            this.tick = tick;
        }

        private String answer() {
            return isTicked() ? String.valueOf(tick) : value;
        }
    }

    /** A register with the number in it. */
    public static class Needed implements Serializable {

        private static final long serialVersionUID = 1L;

        private final EnrolmentOffer.NeededNumber number;
        private String value;

        Needed(EnrolmentOffer.NeededNumber number) {
            this.number = number;
        }

        public String getRegister() {
            return number.name();
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }
    }

    private final List<Asked> questions;
    private final List<Needed> numbers;
    private boolean agreed;
    private final List<EnrolmentOffer.Employer> employers;
    /** What was said without an organisation; it can be said again. */
    private final PayerKind before;

    private String payer = PayerKind.SELF.name();
    private String reference;

    EnrolForm(EnrolmentOffer offer) {
        questions = asked(offer.questions(), Map.of());
        numbers = offer.numbers().stream().map(Needed::new).toList();
        employers = offer.employers();
        before = null;
    }

    /** With what was said before. */
    EnrolForm(OwnEnrolment own) {
        questions = asked(own.questions(), own.answers());
        numbers = List.of();
        employers = employers(own);
        boolean named = own.payer().organisation() != null;
        before = named ? null : own.payer().kind();
        payer = own.payer().kind() + (named ? " " + own.payer().organisation() : "");
        reference = own.payer().reference();
    }

    private static List<Asked> asked(List<Question> questions, Map<UUID, String> answers) {
        return questions.stream()
                .map(question -> new Asked(question, answers.get(question.uuid())))
                .toList();
    }

    /** Also the one that pays now, where that is another. */
    private static List<EnrolmentOffer.Employer> employers(OwnEnrolment own) {
        UUID paying = own.payer().organisation();
        if (paying == null
                || own.employers().stream()
                        .anyMatch(each -> each.organisation().equals(paying)
                                && each.kind() == own.payer().kind())) {
            return own.employers();
        }
        List<EnrolmentOffer.Employer> all = new ArrayList<>(own.employers());
        all.add(new EnrolmentOffer.Employer(paying, own.payerName(), own.payer().kind()));
        return all;
    }

    EnrolmentWish wish(String key, PriceWish price) {
        boolean billed =
                payer != null && !payer.equals(PayerKind.SELF.name()) || reference != null && !reference.isBlank();
        return new EnrolmentWish(
                null,
                key,
                billed ? SheetRow.payer(payer, reference) : null,
                answers(questions),
                numbers(numbers),
                null,
                null,
                price,
                agreed);
    }

    OwnDetails.Change change(OwnEnrolment own) {
        return new OwnDetails.Change(own.uuid(), own.version(), SheetRow.payer(payer, reference), answers(questions));
    }

    static Map<UUID, String> answers(List<Asked> questions) {
        Map<UUID, String> answers = new HashMap<>();
        questions.forEach(each -> answers.put(each.question.uuid(), each.answer()));
        return answers;
    }

    /** Those that were filled in. */
    static Map<String, String> numbers(List<Needed> numbers) {
        Map<String, String> told = new HashMap<>();
        numbers.stream()
                .filter(each -> each.value != null && !each.value.isBlank())
                .forEach(each -> told.put(each.number.code(), each.value));
        return told;
    }

    /** A care group pays when its staff say so, or who works there; of who works at a practice that one pays, not just any. */
    public List<PayerKind> getPayers() {
        boolean known = employers.stream().anyMatch(each -> each.kind() == PayerKind.PRACTICE);
        return Arrays.stream(PayerKind.values())
                .filter(kind ->
                        kind == before || kind != PayerKind.CARE_GROUP && !(known && kind == PayerKind.PRACTICE))
                .toList();
    }

    public List<EnrolmentOffer.Employer> getEmployers() {
        return employers;
    }

    public List<Asked> getQuestions() {
        return questions;
    }

    public List<Needed> getNumbers() {
        return numbers;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }

    public String getPayer() {
        return payer;
    }

    public void setPayer(String payer) {
        this.payer = payer;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
