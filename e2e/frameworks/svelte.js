import { mount } from "svelte";
import Story from "./Story.svelte";

window.heard = [];
const addresses = ["articles/ceasefire-2025.json", "articles/harbour-town.json"];
const documents = await Promise.all(addresses.map(async (address) => (await fetch(address)).json()));
mount(Story, { target: document.querySelector("#page"), props: { documents } });
