package nl.kring.crm.whole;

import com.microsoft.playwright.CLI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds a Chromium on this machine or gets one, and says which: one that is named by {@code KRING_CHROMIUM}, one on the
 * path, Playwright's own, or, as root on a Debian-like machine, the distribution's. Without any the tests fail.
 */
final class ChromiumFinder {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");

    private ChromiumFinder() {}

    /** The program to start; empty when Playwright has its own. */
    static Optional<Path> find() {
        Optional<Path> here = onThisMachine();
        if (here.isPresent()) {
            say("uses " + here.get());
            return here;
        }
        if (playwrightGetsItsOwn()) {
            say("uses the one that Playwright brought");
            return Optional.empty();
        }
        if (run("apt-get", "update") && run("apt-get", "install", "-y", "--no-install-recommends", "chromium")) {
            Optional<Path> installed = onThisMachine();
            if (installed.isPresent()) {
                say("installed " + installed.get());
                return installed;
            }
        }
        throw new IllegalStateException("No Chromium was found and none could be fetched: install one, or name it with"
                + " the environment variable KRING_CHROMIUM");
    }

    private static Optional<Path> onThisMachine() {
        String named = System.getenv("KRING_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** In a process of its own, because Playwright's installer ends the process that it runs in. */
    private static boolean playwrightGetsItsOwn() {
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CLI.class.getName(),
                "install",
                "chromium");
    }

    private static boolean run(String... command) {
        say("tries "
                + (command.length > 3 ? command[command.length - 2] + " " + command[command.length - 1] : command[0]));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notOnThisMachine) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void say(String what) {
        System.out.println("Browser: " + what);
    }
}
