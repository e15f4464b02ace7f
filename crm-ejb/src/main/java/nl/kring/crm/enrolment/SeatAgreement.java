package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.registry.Profession;

/**
 * How the seats of an edition are given.
 *
 * @param membersUntil until when seats are for members of the organisers alone, or null
 * @param offerHours how many working hours a seat that comes free is held for who waits; null when it is given at once
 * @param approval whether staff decide about each request
 * @param prerequisites whether who enrols has to say that he or she knows what the course asks for
 * @param draw when seats are given by lot; null when whoever comes first has them
 * @param namesUntil until when reserved seats are to be named, then they come free; null is a week before the start
 * @param quotas in the order in which they are looked at
 */
public record SeatAgreement(
        Instant membersUntil,
        Integer offerHours,
        boolean approval,
        boolean prerequisites,
        DrawWindow draw,
        Instant namesUntil,
        List<Quota> quotas)
        implements Serializable {

    /**
     * Seats for some.
     *
     * @param professions whom it is for; empty when not by profession
     * @param membersOf whose members it is for, or null
     * @param taken how many of them are taken; not looked at when it is agreed
     * @param releaseAt when kept seats become everybody's, or null
     */
    public record Quota(
            QuotaKind kind,
            Set<Profession> professions,
            UUID membersOf,
            int seats,
            int taken,
            Instant releaseAt,
            boolean released)
            implements Serializable {}
}
