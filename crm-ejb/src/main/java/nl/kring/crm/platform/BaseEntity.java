package nl.kring.crm.platform;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.util.Objects;
import java.util.UUID;

/** A row with a number for inside and a random UUID for outside; two objects are equal when their UUID is. */
@MappedSuperclass
public abstract class BaseEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    @SequenceGenerator(name = "entity", sequenceName = "entity_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, updatable = false, unique = true)
    private UUID uuid = UUID.randomUUID();

    public Long getId() {
        return id;
    }

    public UUID getUuid() {
        return uuid;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BaseEntity entity && Objects.equals(uuid, entity.getUuid());
    }

    @Override
    public final int hashCode() {
        return uuid.hashCode();
    }
}
