package nl.kring.crm.governance;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Reads proposals for the screens: one query a list. An organisation that is null stands for all of them. */
class ProposalLists {

    private static final int LONGEST = 200;

    private static final String LINES = """
            select new nl.kring.crm.governance.ProposalLine(
                     c.uuid, c.kind, p.uuid, p.displayName, c.subjectUuid, c.field, c.qualifier, c.value, c.validFrom,
                     c.lastDay, c.overrideReason, c.reason, proposer.code, steward.code, c.state, c.answer, c.createdAt,
                     c.decidedAt)
              from ChangeProposal c
              join Person p on p.id = c.personId
              join Organisation proposer on proposer.id = c.proposerId
              join Organisation steward on steward.id = c.stewardId
            """;

    private final EntityManager em;

    ProposalLists(EntityManager em) {
        this.em = em;
    }

    List<ProposalLine> waiting(Long stewardId) {
        TypedQuery<ProposalLine> query = em.createQuery(
                LINES + "where c.state = :open" + (stewardId == null ? "" : " and c.stewardId = :steward")
                        + " order by c.id",
                ProposalLine.class);
        if (stewardId != null) {
            query.setParameter("steward", stewardId);
        }
        return query.setParameter("open", ProposalState.OPEN)
                .setMaxResults(LONGEST)
                .getResultList();
    }

    List<ProposalLine> proposed(Long proposerId) {
        TypedQuery<ProposalLine> query = em.createQuery(
                LINES + (proposerId == null ? "" : "where c.proposerId = :proposer") + " order by c.id desc",
                ProposalLine.class);
        if (proposerId != null) {
            query.setParameter("proposer", proposerId);
        }
        return query.setMaxResults(LONGEST).getResultList();
    }

    int waitingCount(Long stewardId) {
        TypedQuery<Long> query = em.createQuery(
                "select count(c) from ChangeProposal c where c.state = :open"
                        + (stewardId == null ? "" : " and c.stewardId = :steward"),
                Long.class);
        if (stewardId != null) {
            query.setParameter("steward", stewardId);
        }
        return query.setParameter("open", ProposalState.OPEN).getSingleResult().intValue();
    }
}
