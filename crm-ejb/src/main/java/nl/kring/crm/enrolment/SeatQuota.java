package nl.kring.crm.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Profession;

/** Seats of an edition for some. What is taken of it changes under the row lock of the edition's seats alone. */
@Entity
public class SeatQuota extends BaseEntity {

    private Long editionId;
    private int position;

    @Enumerated(EnumType.STRING)
    private QuotaKind kind;

    private String[] professions;
    private Long membersOfId;
    private int seats;
    private int taken;
    private Instant releaseAt;
    private boolean released;

    protected SeatQuota() {}

    SeatQuota(
            Long editionId,
            int position,
            QuotaKind kind,
            Set<Profession> professions,
            Long membersOfId,
            int seats,
            Instant releaseAt) {
        this.editionId = editionId;
        this.position = position;
        this.kind = kind;
        this.professions = professions.isEmpty()
                ? null
                : professions.stream().map(Profession::name).sorted().toArray(String[]::new);
        this.membersOfId = membersOfId;
        this.seats = seats;
        this.releaseAt = releaseAt;
    }

    /** Whether its seats are for somebody who stands so. */
    boolean isFor(Standing who) {
        return (professions == null
                        || who.profession() != null && getProfessions().contains(who.profession()))
                && (membersOfId == null || who.memberOf().contains(membersOfId));
    }

    boolean hasRoom() {
        return taken < seats;
    }

    /** Whether seats are kept empty for it. */
    boolean keeps() {
        return kind == QuotaKind.KEPT && !released;
    }

    boolean limits() {
        return kind == QuotaKind.AT_MOST;
    }

    void take() {
        taken++;
    }

    void giveBack() {
        taken--;
    }

    /** Its seats are everybody's from now on. */
    void release() {
        released = true;
    }

    void resize(int newSeats) {
        seats = newSeats;
    }

    public Long getEditionId() {
        return editionId;
    }

    public int getPosition() {
        return position;
    }

    public QuotaKind getKind() {
        return kind;
    }

    /** Whom it is for; empty when not by profession. */
    public Set<Profession> getProfessions() {
        Set<Profession> found = EnumSet.noneOf(Profession.class);
        if (professions != null) {
            Arrays.stream(professions).map(Profession::valueOf).forEach(found::add);
        }
        return found;
    }

    /** Whose members it is for, or null. */
    public Long getMembersOfId() {
        return membersOfId;
    }

    public int getSeats() {
        return seats;
    }

    public int getTaken() {
        return taken;
    }

    /** When its seats become everybody's; null when they stay. */
    public Instant getReleaseAt() {
        return releaseAt;
    }

    public boolean isReleased() {
        return released;
    }
}
