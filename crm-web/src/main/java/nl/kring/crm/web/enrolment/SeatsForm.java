package nl.kring.crm.web.enrolment;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.QuotaKind;
import nl.kring.crm.enrolment.SeatAgreement;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.registry.Profession;

/** How seats are given, as it is typed; below what there is stand empty rows for more. */
public class SeatsForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int EMPTY_ROWS = 3;

    /** A row of the table of quotas; one without a number is none. */
    public static class QuotaRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private Integer seats;
        private QuotaKind kind = QuotaKind.KEPT;
        private List<Profession> professions = new ArrayList<>();
        private String membersOf;
        private LocalDateTime releaseAt;
        private int taken;
        private boolean released;

        QuotaRow() {}

        QuotaRow(SeatAgreement.Quota quota) {
            seats = quota.seats();
            kind = quota.kind();
            professions = new ArrayList<>(quota.professions());
            membersOf = quota.membersOf() == null ? null : quota.membersOf().toString();
            releaseAt = quota.releaseAt() == null ? null : AmsterdamTime.toLocal(quota.releaseAt());
            taken = quota.taken();
            released = quota.released();
        }

        SeatAgreement.Quota quota() {
            return new SeatAgreement.Quota(
                    kind,
                    professions.isEmpty() ? EnumSet.noneOf(Profession.class) : EnumSet.copyOf(professions),
                    membersOf == null || membersOf.isBlank() ? null : UUID.fromString(membersOf),
                    seats,
                    0,
                    releaseAt == null ? null : AmsterdamTime.toInstant(releaseAt),
                    false);
        }

        public Integer getSeats() {
            return seats;
        }

        public void setSeats(Integer seats) {
            this.seats = seats;
        }

        public QuotaKind getKind() {
            return kind;
        }

        public void setKind(QuotaKind kind) {
            this.kind = kind;
        }

        public List<Profession> getProfessions() {
            return professions;
        }

        public void setProfessions(List<Profession> professions) {
            this.professions = professions;
        }

        public String getMembersOf() {
            return membersOf;
        }

        public void setMembersOf(String membersOf) {
            this.membersOf = membersOf;
        }

        public LocalDateTime getReleaseAt() {
            return releaseAt;
        }

        public void setReleaseAt(LocalDateTime releaseAt) {
            this.releaseAt = releaseAt;
        }

        public int getTaken() {
            return taken;
        }

        public boolean isReleased() {
            return released;
        }
    }

    /** A row of the table of questions; one without a text is none. */
    public static class QuestionRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID uuid;
        private String text;
        private QuestionKind kind = QuestionKind.TEXT;
        private boolean required;

        QuestionRow() {}

        QuestionRow(Question question) {
            uuid = question.uuid();
            text = question.text();
            kind = question.kind();
            required = question.required();
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public QuestionKind getKind() {
            return kind;
        }

        public void setKind(QuestionKind kind) {
            this.kind = kind;
        }

        public boolean isRequired() {
            return required;
        }

        public void setRequired(boolean required) {
            this.required = required;
        }
    }

    private final List<QuotaRow> quotas = new ArrayList<>();
    private final List<QuestionRow> questions = new ArrayList<>();
    private LocalDateTime membersUntil;
    private Integer offerHours;
    private boolean approval;
    private boolean prerequisites;
    private final DrawWindow draw;
    private LocalDateTime opensAt;
    private LocalDateTime drawAt;
    private LocalDateTime namesUntil;

    SeatsForm(SeatAgreement agreed, List<Question> asked) {
        membersUntil = agreed.membersUntil() == null ? null : AmsterdamTime.toLocal(agreed.membersUntil());
        offerHours = agreed.offerHours();
        approval = agreed.approval();
        prerequisites = agreed.prerequisites();
        draw = agreed.draw();
        opensAt = draw == null ? null : AmsterdamTime.toLocal(draw.opensAt());
        drawAt = draw == null ? null : AmsterdamTime.toLocal(draw.drawAt());
        namesUntil = agreed.namesUntil() == null ? null : AmsterdamTime.toLocal(agreed.namesUntil());
        agreed.quotas().forEach(quota -> quotas.add(new QuotaRow(quota)));
        asked.forEach(question -> questions.add(new QuestionRow(question)));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            quotas.add(new QuotaRow());
            questions.add(new QuestionRow());
        }
    }

    SeatAgreement agreement() {
        return new SeatAgreement(
                membersUntil == null ? null : AmsterdamTime.toInstant(membersUntil),
                offerHours,
                approval,
                prerequisites,
                window(),
                namesUntil == null ? null : AmsterdamTime.toInstant(namesUntil),
                quotas.stream()
                        .filter(row -> row.seats != null)
                        .map(QuotaRow::quota)
                        .toList());
    }

    /** Nothing typed is no draw. */
    private DrawWindow window() {
        return opensAt == null && drawAt == null
                ? null
                : DrawWindow.between(
                        opensAt == null ? null : AmsterdamTime.toInstant(opensAt),
                        drawAt == null ? null : AmsterdamTime.toInstant(drawAt));
    }

    List<Question> asked() {
        return questions.stream()
                .filter(row -> row.text != null && !row.text.isBlank())
                .map(row -> new Question(row.uuid, row.kind, row.text, row.required))
                .toList();
    }

    public List<QuotaRow> getQuotas() {
        return quotas;
    }

    public List<QuestionRow> getQuestions() {
        return questions;
    }

    public LocalDateTime getMembersUntil() {
        return membersUntil;
    }

    public void setMembersUntil(LocalDateTime membersUntil) {
        this.membersUntil = membersUntil;
    }

    public Integer getOfferHours() {
        return offerHours;
    }

    public void setOfferHours(Integer offerHours) {
        this.offerHours = offerHours;
    }

    /** As it was agreed; null when seats are not given by lot. */
    public DrawWindow getDraw() {
        return draw;
    }

    public LocalDateTime getOpensAt() {
        return opensAt;
    }

    public void setOpensAt(LocalDateTime opensAt) {
        this.opensAt = opensAt;
    }

    public LocalDateTime getDrawAt() {
        return drawAt;
    }

    public void setDrawAt(LocalDateTime drawAt) {
        this.drawAt = drawAt;
    }

    public LocalDateTime getNamesUntil() {
        return namesUntil;
    }

    public void setNamesUntil(LocalDateTime namesUntil) {
        this.namesUntil = namesUntil;
    }

    public boolean isApproval() {
        return approval;
    }

    public void setApproval(boolean approval) {
        this.approval = approval;
    }

    public boolean isPrerequisites() {
        return prerequisites;
    }

    public void setPrerequisites(boolean prerequisites) {
        this.prerequisites = prerequisites;
    }
}
