package nl.kring.crm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A working folder of its own for each running server, made anew from the provisioned one. So a product in the foreground
 * and the tests do not meet, and nothing of an earlier start is left.
 */
public final class ServerBase {

    private ServerBase() {}

    /** Makes the folder with the server's configuration and an empty place for deployments. */
    public static Path madeAnew(Path server, Path base) throws IOException {
        delete(base);
        Files.createDirectories(base.resolve("deployments"));
        Path configuration = server.resolve("standalone/configuration");
        try (Stream<Path> files = Files.walk(configuration)) {
            for (Path file : files.toList()) {
                Path copy = base.resolve("configuration").resolve(configuration.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return base;
    }

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
