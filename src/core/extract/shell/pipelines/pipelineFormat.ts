import type { YamlMap } from '../../yaml/yamlNode.ts';
import type { HostReader } from '../hosts/hostReader.ts';

/** One CI system whose pipelines are YAML. */
export interface PipelineFormat {
	/** By the path alone. */
	matches(file: string): boolean;
	/** Reads one document of the file into `reader`. */
	read(reader: HostReader, root: YamlMap): void;
}
