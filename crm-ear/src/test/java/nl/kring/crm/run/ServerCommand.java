package nl.kring.crm.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a provisioned WildFly is started as a process of its own, without the script that would stand between. */
public final class ServerCommand {

    private ServerCommand() {}

    /**
     * @param server where it was provisioned
     * @param base its working folder, as {@link ServerBase} makes it
     * @param machine what the Java machine is told
     * @param settings what the server is told, each as {@code -Dname=value}
     */
    public static ProcessBuilder of(Path server, Path base, List<String> machine, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.home.dir=" + server,
                "-Djboss.server.base.dir=" + base,
                "-Dmodule.path=" + server.resolve("modules"),
                "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties")));
        Stream.of(
                        "java.desktop/sun.awt",
                        "java.naming/javax.naming",
                        "java.base/java.lang",
                        "java.base/java.lang.invoke",
                        "java.base/java.lang.reflect",
                        "java.base/java.io",
                        "java.base/java.net",
                        "java.base/java.security",
                        "java.base/java.util",
                        "java.base/java.util.concurrent",
                        "java.management/javax.management")
                .map(opened -> "--add-opens=" + opened + "=ALL-UNNAMED")
                .forEach(command::add);
        command.addAll(List.of(
                "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
                "-jar",
                server.resolve("jboss-modules.jar").toString(),
                "-mp",
                server.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-b=127.0.0.1",
                "-bmanagement=127.0.0.1"));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JBOSS_HOME", server.toString());
        return builder;
    }
}
