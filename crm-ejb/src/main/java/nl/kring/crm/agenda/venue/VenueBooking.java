package nl.kring.crm.agenda.venue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.platform.BaseEntity;

/** That a venue was asked for an edition, and what came of it. The times it was asked for are a column of the table alone. */
@Entity
class VenueBooking extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "venue_id")
    private Venue venue;

    private Long editionId;

    @Enumerated(EnumType.STRING)
    private VenueState state;

    private LocalDate optionUntil;

    @Enumerated(EnumType.STRING)
    private VenueToDo toDo;

    private Integer costCents;
    private String catering;
    private Integer cateringPersons;
    private boolean cateringFollows;
    private String dietNotes;

    @Version
    private long version;

    protected VenueBooking() {}

    /** Takes a step; what the edition left to do is done by it. */
    void take(VenueStep step, LocalDate until) {
        String refusal = step.refusal(state, toDo);
        if (refusal != null) {
            throw new VenueStepException(refusal);
        }
        state = step.to();
        optionUntil = state == VenueState.OPTION ? until : null;
        toDo = null;
    }

    /** Sets what is agreed. */
    void agree(VenueTerms terms) {
        costCents = terms.costCents();
        catering = terms.catering();
        cateringPersons = terms.cateringFollows() ? null : terms.cateringPersons();
        cateringFollows = terms.cateringFollows();
        dietNotes = terms.dietNotes();
    }

    Set<VenueStep> steps() {
        return Arrays.stream(VenueStep.values())
                .filter(step -> step.refusal(state, toDo) == null)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(VenueStep.class)));
    }

    /**
     * All of it.
     *
     * @param taken how many have a seat
     */
    VenueBookingLine line(List<Diet> diets, List<VenueBookingLine.Event> events, int taken) {
        return new VenueBookingLine(
                getUuid(),
                venue.detail(),
                state,
                optionUntil,
                toDo,
                new VenueTerms(costCents, catering, cateringPersons, cateringFollows, dietNotes, diets),
                cateringFollows ? Integer.valueOf(taken) : cateringPersons,
                events,
                steps(),
                version);
    }

    Venue getVenue() {
        return venue;
    }

    long getVersion() {
        return version;
    }
}
