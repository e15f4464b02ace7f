package nl.kring.crm.registry.organisation;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.hibernate.Session;

/** Says, and takes back, what is said of organisations by hand; what is shown is derived anew each time. */
class OrganisationStatements {

    private final EntityManager em;

    OrganisationStatements(EntityManager em) {
        this.em = em;
    }

    /** Makes an organisation of what somebody says. */
    Organisation add(Organisation organisation, NewOrganisation typed, Author author) {
        em.persist(organisation);
        typed.values().forEach((field, value) -> {
            String said = OrganisationRules.checked(field, value);
            if (said != null) {
                em.persist(new OrganisationStatement(organisation, field, said, author, null));
            }
        });
        deriveAndRefresh(organisation);
        return organisation;
    }

    /** Adds a statement; the version that the caller looked at must still be the one that is shown. */
    OrganisationStatement correct(
            Organisation subject, OrganisationCorrection correction, String reason, Author author) {
        String said = OrganisationRules.checked(correction.field(), correction.value());
        int turn = em.createNativeQuery(
                        "update crm.organisation set version = version + 1 where id = :id and version = :expected")
                .setParameter("id", subject.getId())
                .setParameter("expected", correction.expectedVersion())
                .executeUpdate();
        if (turn == 0) {
            throw new EditConflictException();
        }
        OrganisationStatement statement = new OrganisationStatement(subject, correction.field(), said, author, reason);
        em.persist(statement);
        deriveAndRefresh(subject);
        return statement;
    }

    /** Takes a statement back; once more does nothing. */
    void withdraw(OrganisationStatement statement, Author author) {
        if (!statement.isWithdrawn()) {
            statement.withdraw(author.at());
            deriveAndRefresh(em.find(Organisation.class, statement.getSubjectId()));
        }
    }

    OrganisationStatement get(UUID uuid) {
        return em.createQuery("select s from OrganisationStatement s where s.uuid = :uuid", OrganisationStatement.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The organisation, or the one that it was merged into. */
    static Organisation subject(EntityManager em, UUID uuid) {
        Organisation found = em.createQuery("select o from Organisation o where o.uuid = :uuid", Organisation.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        while (found.getMergedIntoId() != null) {
            found = em.find(Organisation.class, found.getMergedIntoId());
        }
        return found;
    }

    private void deriveAndRefresh(Organisation organisation) {
        em.flush();
        em.unwrap(Session.class)
                .doReturningWork(
                        connection -> new OrganisationSurvivorship(connection).derive(List.of(organisation.getId())));
        em.refresh(organisation);
        if (organisation.getName().isBlank()) {
            throw new InvalidInputException("organisation-name");
        }
    }
}
