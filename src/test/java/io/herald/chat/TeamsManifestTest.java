package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.testkit.Needs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Teams is told of Herald: the package that scripts/package-teams writes. */
class TeamsManifestTest {
  private static final String APP = "6f0f5c0e-1111-4222-8333-944455566677";

  /** What Herald may read of a team without anybody's consent; all else needs a decision. */
  private static final Set<String> ALLOWED =
      Set.of("TeamMember.Read.Group", "ChannelSettings.Read.Group");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  /** How a program ended, and all that it said. */
  private record Ended(int code, String said) {}

  private static Ended run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("MicrosoftAppId");
    builder.environment().remove("HERALD_PUBLIC_URL");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  private Path packed() throws Exception {
    Path zip = directory.resolve("herald.zip");
    Ended ended =
        run(
            "scripts/package-teams",
            "--app-id",
            APP,
            "--host",
            "herald.example.com",
            "--out",
            zip.toString());
    assertThat(ended.code()).as(ended.said()).isZero();
    return zip;
  }

  private static JsonNode template() throws IOException {
    return JSON.readTree(Path.of("manifests/teams/manifest.json").toFile());
  }

  private List<String> faults(JsonNode manifest) throws Exception {
    Path file = directory.resolve("manifest.json");
    Files.writeString(file, manifest.toString());
    String node = Needs.node().toString();
    Needs.npmPackage("@microsoft/app-manifest");
    Ended ended = run(node, "src/test/node/manifest.mjs", file.toString());
    assertThat(ended.code() == 0).as(ended.said()).isEqualTo(ended.said().isBlank());
    return ended.said().lines().toList();
  }

  @Test
  void the_package_holds_a_manifest_that_microsofts_schema_takes_and_both_icons() throws Exception {
    try (ZipFile zip = new ZipFile(packed().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .containsExactlyInAnyOrder("manifest.json", "color.png", "outline.png");
      ObjectNode manifest;
      try (InputStream in = zip.getInputStream(zip.getEntry("manifest.json"))) {
        manifest = (ObjectNode) JSON.readTree(in);
      }
      assertThat(manifest.toString()).doesNotContain("${{");
      assertThat(manifest.path("id").asText()).isEqualTo(APP);
      assertThat(manifest.at("/bots/0/botId").asText()).isEqualTo(APP);
      assertThat(manifest.at("/validDomains/0").asText()).isEqualTo("herald.example.com");
      assertThat(faults(manifest)).isEmpty();

      ((ObjectNode) manifest.get("name")).put("short", "x".repeat(31));
      assertThat(faults(manifest)).hasSize(1).allMatch(fault -> fault.startsWith("/name/short"));
    }
  }

  @Test
  void what_is_missing_or_odd_is_said_before_anything_is_written() throws Exception {
    Path zip = directory.resolve("none.zip");
    String script = "scripts/package-teams";
    assertThat(run(script, "--host", "herald.example.com", "--out", zip.toString()).said())
        .contains("--app-id");
    assertThat(run(script, "--app-id", APP, "--out", zip.toString()).said()).contains("--host");
    assertThat(run(script, "--app-id", APP, "--host", "a\"b.c", "--out", zip.toString()).code())
        .isEqualTo(2);
    assertThat(run(script, "--frobnicate").said()).contains("Usage:");
    assertThat(run(script, "--help").code()).isZero();
    assertThat(zip).doesNotExist();
  }

  @Test
  void every_command_that_it_lists_is_one_that_herald_reads() throws IOException {
    Commands commands = new Commands();
    List<String> listed = new ArrayList<>();
    for (JsonNode list : template().at("/bots/0/commandLists")) {
      assertThat(list.get("commands")).hasSizeBetween(1, 10);
      for (JsonNode command : list.get("commands")) {
        String title = command.get("title").asText();
        listed.add(title);
        assertThat(commands.read(title))
            .as(title)
            .isNotInstanceOfAny(Intent.Typo.class, Intent.OpenMenu.class);
        assertThat(title).hasSizeLessThanOrEqualTo(32);
        assertThat(command.get("description").asText()).hasSizeBetween(1, 128);
      }
    }
    assertThat(listed).contains("draft", "feed", "mine", "join", "leave", "help");
    assertThat(listed).contains(Commands.APPROVALS);
    assertThat(new HashSet<>(Commands.WORDS)).containsAll(listed);
  }

  @Test
  void it_asks_for_no_permission_beyond_the_allowed_ones() throws IOException {
    List<String> asked = new ArrayList<>();
    template()
        .at("/authorization/permissions/resourceSpecific")
        .forEach(each -> asked.add(each.path("name").asText()));
    assertThat(asked).isNotEmpty().isSubsetOf(ALLOWED);
    assertThat(template().at("/bots/0/scopes"))
        .extracting(JsonNode::asText)
        .containsExactly("personal", "team");
  }

  @Test
  void the_icons_are_as_teams_wants_them() throws IOException {
    BufferedImage color = ImageIO.read(Path.of("manifests/teams/color.png").toFile());
    assertThat(List.of(color.getWidth(), color.getHeight())).containsExactly(192, 192);
    BufferedImage outline = ImageIO.read(Path.of("manifests/teams/outline.png").toFile());
    assertThat(List.of(outline.getWidth(), outline.getHeight())).containsExactly(32, 32);
    boolean drawn = false;
    for (int x = 0; x < 32; x++) {
      for (int y = 0; y < 32; y++) {
        int pixel = outline.getRGB(x, y);
        drawn |= pixel >>> 24 == 255;
        assertThat(pixel >>> 24 == 0 || (pixel & 0xFFFFFF) == 0xFFFFFF)
            .as("white or nothing at %s, %s", x, y)
            .isTrue();
      }
    }
    assertThat(drawn).isTrue();
    assertThat(outline.getRGB(0, 0) >>> 24).isZero();
  }
}
