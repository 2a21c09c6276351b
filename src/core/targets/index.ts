import type { Target } from '../model/index.ts';
import { artifactory6 } from './artifactory6.ts';
import { awsLambda } from './awsLambda.ts';
import { containerd21 } from './containerd21.ts';
import { criO134 } from './criO134.ts';
import { docker113 } from './docker113.ts';
import { docker2010 } from './docker2010.ts';
import { docker29 } from './docker29.ts';
import { dockerHub } from './dockerHub.ts';
import { ecr } from './ecr.ts';
import { ghcr } from './ghcr.ts';
import { gitlab } from './gitlab.ts';
import { harbor1 } from './harbor1.ts';
import { harbor2 } from './harbor2.ts';
import { openshift } from './openshift.ts';
import { openshift311 } from './openshift311.ts';
import { openshift4 } from './openshift4.ts';
import { podman } from './podman.ts';
import { quay312 } from './quay312.ts';
import { quay38 } from './quay38.ts';
import { yandex } from './yandex.ts';

/** Every known target, in the order of their ids. */
export const targets: readonly Target[] = [
	artifactory6,
	awsLambda,
	containerd21,
	criO134,
	docker113,
	docker2010,
	docker29,
	dockerHub,
	ecr,
	ghcr,
	gitlab,
	harbor1,
	harbor2,
	openshift,
	openshift311,
	openshift4,
	podman,
	quay312,
	quay38,
	yandex,
];
